-- Files: three buckets. attachments: organisation/record/file. user-uploads: person/file. public-assets: anybody reads.

create function public.generate_signed_url(p_attachment_id uuid, p_expires_in integer default 3600) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_attachment public.attachments;
begin
  if p_expires_in is null or p_expires_in not between 1 and 604800 then
    perform linkdev.refuse('p_expires_in', 'attachment.expiry_invalid', 'Choose between 1 second and 7 days.');
  end if;
  select * into v_attachment from public.attachments
    where id = p_attachment_id and (public.is_staff() or org_id in (select public.own_org_ids()));
  if v_attachment.id is null then
    perform linkdev.refuse('p_attachment_id', 'attachment.unknown', 'This file does not exist, or you may not see it.');
  end if;
  -- The storage service alone holds the key that signs: this is what to ask it for.
  return jsonb_build_object('method', 'POST', 'path', '/storage/v1/object/sign/attachments/' || v_attachment.storage_path,
    'body', jsonb_build_object('expiresIn', p_expires_in));
end
$$;
comment on function public.generate_signed_url(uuid, integer)
  is 'The request to the storage service by which the caller gets a link to a file that works for a while.';

do $$
begin
  if to_regclass('storage.buckets') is null or to_regclass('storage.objects') is null then
    raise notice 'This database has no storage schema: the buckets are left out.';
    return;
  end if;

  insert into storage.buckets (id, name) values
    ('attachments', 'attachments'), ('public-assets', 'public-assets'), ('user-uploads', 'user-uploads')
  on conflict do nothing;
  if exists (select from pg_attribute where attrelid = 'storage.buckets'::regclass and attname = 'public') then
    update storage.buckets set public = (id = 'public-assets') where id in ('attachments', 'public-assets', 'user-uploads');
  end if;

  execute $policy$
    create policy "attachments: staff read" on storage.objects for select to authenticated
      using (bucket_id = 'attachments' and (select public.console_role()) is not null)
  $policy$;
  execute $policy$
    create policy "attachments: members read" on storage.objects for select to authenticated
      using (bucket_id = 'attachments' and split_part(name, '/', 1) in (select id::text from public.own_org_ids() id))
  $policy$;
  execute $policy$
    create policy "attachments: members add" on storage.objects for insert to authenticated
      with check (bucket_id = 'attachments' and split_part(name, '/', 1) in (select id::text from public.writable_org_ids() id))
  $policy$;
  execute $policy$
    create policy "user-uploads: people read their own" on storage.objects for select to authenticated
      using (bucket_id = 'user-uploads' and split_part(name, '/', 1) = (select auth.uid())::text)
  $policy$;
  execute $policy$
    create policy "user-uploads: people add their own" on storage.objects for insert to authenticated
      with check (bucket_id = 'user-uploads' and split_part(name, '/', 1) = (select auth.uid())::text)
  $policy$;
  execute $policy$
    create policy "public-assets: staff add" on storage.objects for insert to authenticated
      with check (bucket_id = 'public-assets' and (select public.console_role()) is not null)
  $policy$;
exception
  -- Without buckets and policies nobody reads a file: that is safe, and is said.
  when insufficient_privilege then
    raise warning 'The buckets could not be made (%). Make them and their policies as the owner of storage.objects.', sqlerrm;
end
$$;
