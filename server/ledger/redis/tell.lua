-- Tell all who listen, whoever asks. ARGV: 3 the channel, 4 the message.
redis.call('PUBLISH', ARGV[3], ARGV[4])
return {life, 'told'}
