import type { ChildForm as Form } from './form'

/** What each section of the form about a child is given. */
export interface FormProps {
  form: Form
  change: (part: Partial<Form>) => void
  problem: unknown
}
