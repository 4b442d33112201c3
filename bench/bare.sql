insert into bench_bare values (gen_random_uuid(), now(), '{"unknown": true}');
