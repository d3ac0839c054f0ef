import './programme-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { ReactNode } from 'react'
import { Scoped as SharedScoped } from '../../../shared/staff/scoped'

interface Props {
  title: string
  returnTo: string
  children: (grant: Grant) => ReactNode
}

/** A page about one division of the reader's, in this feature's frame. */
export const Scoped = (props: Props) => <SharedScoped {...props} className="pd" opens="work" />
