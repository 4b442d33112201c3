-- The page of a quiz with its questions, for one of the people in target/bench/seats.txt.
local seats, n = {}, 0
for line in io.lines("target/bench/seats.txt") do
  local path, session = line:match("^(%S+) (%S+)")
  n = n + 1
  seats[n] = wrk.format("GET", path, { ["Cookie"] = "session=" .. session, ["Accept"] = "text/html", ["Accept-Encoding"] = "gzip" })
end
local i = 0
function request()
  i = i % n + 1
  return seats[i]
end
