const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-live': '',
}

/** The components that speak to a screen reader in a mini-program, and what they may say. */
export const ariaProps: Record<string, Record<string, string>> = {
  View: { ...spoken },
  Text: { ...spoken },
  Button: { ...spoken },
  Input: { ...spoken },
  Textarea: { ...spoken },
}
