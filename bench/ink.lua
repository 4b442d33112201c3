-- One answer a request, each by one of the people in target/bench/seats.txt and with an id of its own.
local seats, n = {}, 0
for line in io.lines("target/bench/seats.txt") do
  local path, session, csrf, account, question = line:match("^(%S+) (%S+) (%S+) (%S+) (%S+)$")
  n = n + 1
  seats[n] = { path = path .. "/answers", question = question, headers = {
    ["Cookie"] = "session=" .. session .. "; csrf-token=" .. csrf, ["X-CSRF-TOKEN"] = csrf, ["Writer"] = account,
    ["Accept"] = "application/json", ["Content-Type"] = "application/x-www-form-urlencoded" } }
end
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
function init() math.randomseed(os.time() * 64 + number) end
local function hex(digits)
  local s = ""
  for _ = 1, digits do s = s .. string.format("%x", math.random(0, 15)) end
  return s
end
function request()
  local seat = seats[math.random(n)]
  local id = hex(8) .. "-" .. hex(4) .. "-4" .. hex(3) .. "-8" .. hex(3) .. "-" .. hex(12)
  return wrk.format("POST", seat.path, seat.headers,
    "question=" .. seat.question .. "&unknown=yes&id=" .. id .. "&at=" .. os.date("!%Y-%m-%dT%H:%M:%SZ"))
end
