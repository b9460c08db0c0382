import { z } from 'zod'

/** A short name for a workspace: also the name of its folder. */
export const workspaceName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    'Use 1 to 40 lower-case letters, digits or hyphens, starting with a letter or digit.',
  )

export const demoAccount = z.object({
  email: z.string(),
  password: z.string(),
  /** agent · super_admin · client · suspended */
  role: z.string(),
  name: z.string(),
})
export type DemoAccount = z.infer<typeof demoAccount>

export const workspace = z.object({
  name: workspaceName,
  /** partners-vrai, …, or `plain` for a project without a manifest. */
  system: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  key: z.string().min(1),
  demoAccounts: z.array(demoAccount).optional(),
})
export type Workspace = z.infer<typeof workspace>

export const workspaces = {
  /** `open`: it has been opened since the console was started; the others cost nothing but their entry. */
  list: { input: z.object({}), output: z.array(workspace.omit({ key: true }).extend({ open: z.boolean() })) },
  add: { input: workspace, output: workspace.omit({ key: true }) },
  /** The same project at another address; that it is the same is checked before anything is sent there. */
  move: { input: workspace.pick({ name: true, url: true }), output: workspace.omit({ key: true }) },
  /** Refused with `pending_entries` while unsent entries exist, unless told to discard them. */
  remove: {
    input: z.object({ name: workspaceName, discardPending: z.boolean().default(false) }),
    output: z.object({}),
  },
}
