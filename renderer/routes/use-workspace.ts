import { useParams } from 'react-router'

/** The name of the workspace in the address. Only for pages below `/w/:workspace`. */
export function useWorkspace(): string {
  const { workspace } = useParams()
  if (!workspace) throw new Error('useWorkspace is for pages below /w/:workspace.')
  return workspace
}
