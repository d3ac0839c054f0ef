import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'

interface Props {
  title: string
  help: string
  on: boolean
  onTap: () => void
}

/** Yes or no, with what it means below it. */
export const SwitchRow = ({ title, help, on, onTap }: Props) => (
  <Tap className="row" role="switch" checked={on} label={`${title}。${help}`} onTap={onTap}>
    <Box className="row__words">
      <Box>{title}</Box>
      <Box className="muted">{help}</Box>
    </Box>
    <Box className="row__end">
      <Box as="span" decorative className={`switch ${on ? 'switch--on' : ''}`} />
    </Box>
  </Tap>
)
