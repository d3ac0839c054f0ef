import './ask.css'
import { Helplines } from '../../../shared/matters/helplines'
import { Box } from '../../../shared/ui/base/box'

/** Before any form: whom to call now. */
export const DangerCard = ({ words, help }: { words: string; help?: string }) => (
  <Box as="section" className="ask__danger" role="alert">
    <Box className="strong">{words}</Box>
    <Helplines />
    {help !== undefined && <Box className="muted">{help}</Box>}
  </Box>
)
