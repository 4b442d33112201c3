-- Why somebody was granted more time is often a matter of health: it goes when the person is erased.
call personal('attempt_grant', 'reason', 'person_id', '已清除 erased');
