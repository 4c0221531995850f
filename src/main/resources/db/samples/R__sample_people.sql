-- The people of dev mode and tests. Their database is no production one: a production start refuses them.
insert into person (id, handle, name, role, machine, sample) values
    ('5a000000-0000-4000-8000-000000000001', 'maya',    'Maya Lindqvist', 'COMMITTEE',     false, true),
    ('5a000000-0000-4000-8000-000000000002', 'jonas',   'Jonas Okafor',   'COMMITTEE',     false, true),
    ('5a000000-0000-4000-8000-000000000003', 'ines',    'Ines Carvalho',  'RESPONDER',     false, true),
    ('5a000000-0000-4000-8000-000000000004', 'tomas',   'Tomás Novák',    'RESPONDER',     false, true),
    ('5a000000-0000-4000-8000-000000000005', 'rika',    'Rika Sato',      'REPORTER',      false, true),
    ('5a000000-0000-4000-8000-000000000006', 'verena',  'Verena Huber',   'VENDOR',        false, true),
    ('5a000000-0000-4000-8000-000000000007', 'amadou',  'Amadou Diallo',  'AUDITOR',       false, true),
    ('5a000000-0000-4000-8000-000000000008', 'olga',    'Olga Petrova',   'ADMINISTRATOR', false, true),
    ('5a000000-0000-4000-8000-000000000009', 'scanner', 'Advisory scanner', 'COMMITTEE',   true,  true)
on conflict do nothing;
