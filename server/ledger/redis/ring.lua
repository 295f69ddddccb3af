-- Tell all who listen, if nothing is refused to this right. ARGV: 5 the channel, 6 the message.
local refused = refusal()
if refused then return refused end
redis.call('PUBLISH', ARGV[5], ARGV[6])
return {life, 'told'}
