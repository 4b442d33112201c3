-- The page of a quiz with its questions, for one of the people in target/bench/readers.txt.
local seats, n, i = {}, 0, 0
function init() -- not before: the host is unknown until then
  for line in io.lines("target/bench/readers.txt") do
    local path, session = line:match("^(%S+) (%S+)")
    n = n + 1
    seats[n] = wrk.format("GET", path, { ["Cookie"] = "session=" .. session, ["Accept"] = "text/html", ["Accept-Encoding"] = "gzip" })
  end
end
function request()
  i = i % n + 1
  return seats[i]
end
