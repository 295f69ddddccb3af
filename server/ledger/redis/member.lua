-- How every script but tell.lua goes on: a member of another set does nothing and says which set it is of.
if set and set ~= ARGV[2] then return {life, 'other_set', set} end

local function digest_of(row) return string.sub(row, 1, 32) end

-- Of the entry at that place, which is in the log. What is near an end of the list is found at once.
local function digest_at(seq) return digest_of(redis.call('LINDEX', log, seq - 1)) end

local function stands(seq, digest)
  return seq >= 1 and seq <= redis.call('LLEN', log) and digest_at(seq) == digest
end
