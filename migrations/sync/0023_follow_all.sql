-- A server follows its tables from here on. A mirror does not: it says so before it runs these files with
-- `set console_sync.mirror = 'on'`.

do $$
begin
  if coalesce(current_setting('console_sync.mirror', true), '') <> 'on' then
    perform console_sync.track_all();
  end if;
end
$$;
