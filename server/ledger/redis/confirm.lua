-- Is nothing refused to this right, and does that entry stand? ARGV: 5 its place, 0 for none, 6 its digest.
local refused = refusal()
if refused then return refused end
local seq = tonumber(ARGV[5])
if seq > 0 and not stands(seq, ARGV[6]) then return {life, 'lacks'} end
return {life, 'confirmed'}
