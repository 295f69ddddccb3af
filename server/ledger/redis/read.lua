-- Give a page: rows, each followed by what stands beside it. ARGV: 3 the first place, 4 the last, 5 the digest there,
-- 6 how many bytes are enough. Where the last place is 0, it is the log's last, whatever stands there.
local from, upto, enough = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[6])
local whatever = upto == 0
if whatever then upto = redis.call('LLEN', log) end
if not set or from < 1 or from > upto or not (whatever or stands(upto, ARGV[5])) then return {life, 'not_here'} end
local page, bytes = {life, 'page'}, 0
-- Each look into the middle of a list walks there, so more rows are taken at a time; few, since they may be large.
local at_a_time, most_at_a_time = 1, 16
while from <= upto and bytes < enough do
  local last = math.min(from + at_a_time - 1, upto)
  local texts = redis.call('LRANGE', beside, from - 1, last - 1)
  for index, row in ipairs(redis.call('LRANGE', log, from - 1, last - 1)) do
    if bytes >= enough then break end
    page[#page + 1] = row
    page[#page + 1] = texts[index]
    bytes = bytes + #row - 52 + #texts[index]
  end
  from, at_a_time = last + 1, math.min(2 * at_a_time, most_at_a_time)
end
return page
