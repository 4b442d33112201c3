-- A calendar feed of somebody who was erased leads nowhere, and nobody is reminded of anything any more.
call personal_row('calendar_feed');
call personal_row('reminder');
