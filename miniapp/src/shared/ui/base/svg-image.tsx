import { Image } from '@tarojs/components'
import { Box } from './box'

/** A picture that came as SVG text. */
export const SvgImage = ({ svg, label, className }: { svg: string; label: string; className: string }) => (
  <Box role="img" label={label}>
    <Image className={className} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} mode="aspectFit" />
  </Box>
)
