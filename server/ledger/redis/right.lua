-- Of a question that names a right, ARGV: 3 its term, 4 its writer. Why nothing is taken from that one; none: it is.
local function refusal()
  if not set then return {life, 'stranger'} end
  if ARGV[3] == term and ARGV[4] == writer then return nil end
  if ARGV[3] <= term then return {life, 'deposed', term} end
  return {life, 'unraised'}
end
