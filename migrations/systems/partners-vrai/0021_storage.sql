-- The files behind document versions: a private bucket. A file lies under its dossier, dossier/document/file;
-- clients read and add in their own dossiers, staff read, and no one changes or deletes.

do $$
begin
  if to_regclass('storage.buckets') is null or to_regclass('storage.objects') is null then
    raise notice 'This database has no storage schema: the bucket for documents is left out.';
    return;
  end if;

  insert into storage.buckets (id, name) values ('documents', 'documents') on conflict do nothing;
  if exists (select from pg_attribute where attrelid = 'storage.buckets'::regclass and attname = 'public') then
    update storage.buckets set public = false where id = 'documents';
  end if;
  if exists (select from pg_attribute where attrelid = 'storage.buckets'::regclass and attname = 'file_size_limit') then
    update storage.buckets set file_size_limit = 52428800 where id = 'documents';
  end if;

  execute $policy$
    create policy "documents: staff read" on storage.objects for select to authenticated
      using (bucket_id = 'documents' and (select public.console_role()) is not null)
  $policy$;
  execute $policy$
    create policy "documents: clients read their own" on storage.objects for select to authenticated
      using (bucket_id = 'documents' and split_part(name, '/', 1) in (
        select id::text from public.own_dossier_ids() id))
  $policy$;
  execute $policy$
    create policy "documents: clients upload" on storage.objects for insert to authenticated
      with check (bucket_id = 'documents' and (select public.is_active_client()) and split_part(name, '/', 1) in (
        select id::text from public.own_dossier_ids() id))
  $policy$;
exception
  -- Without bucket and policies nobody reads a file: that is safe, and is said.
  when insufficient_privilege then
    raise warning 'The bucket for documents could not be made (%). Make it and its policies as the owner of storage.objects.', sqlerrm;
end
$$;
