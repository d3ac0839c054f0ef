import './children.css'
import { Tap } from '../../../shared/ui/base/tap'

interface Props {
  children: string
  label?: string
  to?: string
  onTap?: () => void
}

/** A small way on beside a title or at the end of a row. */
export const CardLink = ({ children, ...tap }: Props) => (
  <Tap className="card-link" {...tap}>
    {children}
  </Tap>
)
