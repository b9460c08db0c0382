/** Seals what must not lie on the disk in the clear: sign-in tokens. */
export interface Vault {
  /** Text that only this person's vault on this computer can open. */
  seal(text: string): Promise<string>
  /** The text again, or null when this vault did not seal it or can't open it any more: then sign in again. */
  open(sealed: string): Promise<string | null>
}
