-- Begin anew as a member, with an empty log. ARGV: 3 and 4 a right, 5 the life in which the server is a stranger still.
if set or life ~= ARGV[5] then return {life, 'not_admitted'} end
redis.call('HSET', ballot, 'set', ARGV[2], 'term', ARGV[3], 'writer', ARGV[4])
return {life, 'admitted'}
