-- Two more roles, in a file of their own: a value can only be used once the transaction that adds it is over.
-- The document's example also adds admin, which is there from the start.

alter type public.user_role add value if not exists 'moderator';
alter type public.user_role add value if not exists 'partner';

select xainik.record_migration('0022_more_roles', 'The roles moderator and partner.');
