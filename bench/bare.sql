insert into bench.bare values (gen_random_uuid(), now(), '{"unknown": true}');
