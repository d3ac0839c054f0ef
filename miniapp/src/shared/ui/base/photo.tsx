import { Image } from '@tarojs/components'
import { Box } from './box'

interface PhotoProps {
  src: string
  label: string
  className: string
  /** Its link is over, or the network broke off. */
  onFail: () => void
}

/** A picture of the service, by a link. */
export const Photo = ({ src, label, className, onFail }: PhotoProps) => (
  <Box role="img" label={label}>
    <Image className={className} src={src} mode="widthFix" lazyLoad onError={onFail} />
  </Box>
)
