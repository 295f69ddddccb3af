-- Let a row stand at its place. ARGV: 5 the place, 6 the digest of the entry before, 7 the row, 8 what stands beside it.
local refused = refusal()
if refused then return refused end
local seq, length = tonumber(ARGV[5]), redis.call('LLEN', log)
if seq > length + 1 then return {life, 'gap', length} end
if stands(seq, digest_of(ARGV[7])) then return {life, 'stands', seq} end
if seq > 1 and digest_at(seq - 1) ~= ARGV[6] then return {life, 'fork', seq - 1} end
if seq == 1 then
  redis.call('DEL', log, beside)
  redis.call('HSET', ballot, 'held', '1')
elseif seq <= length then -- what an older term left
  redis.call('LTRIM', log, 0, seq - 2)
  redis.call('LTRIM', beside, 0, seq - 2)
end
redis.call('RPUSH', log, ARGV[7])
redis.call('RPUSH', beside, ARGV[8])
return {life, 'stands', seq}
