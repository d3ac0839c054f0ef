import { Box } from './box'

export const Label = ({ children }: { htmlFor: string; children: string }) => (
  <Box className="label">{children}</Box>
)
