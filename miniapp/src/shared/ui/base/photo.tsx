import { Image } from '@tarojs/components'
import { Box } from './box'

interface PhotoProps {
  src: string
  label: string
  className: string
  /** Its link is over, or the network broke off. */
  onFail: () => void
  onShown?: () => void
  /** Its box is filled, and what does not fit is cut off. */
  fills?: boolean
}

/** A picture of the service, by a link. */
export const Photo = ({ src, label, className, onFail, onShown, fills }: PhotoProps) => (
  <Box {...(label === '' ? { decorative: true } : { role: 'img' as const, label })}>
    <Image
      className={className}
      src={src}
      mode={fills === true ? 'aspectFill' : 'widthFix'}
      lazyLoad
      onError={onFail}
      {...(onShown && { onLoad: onShown })}
    />
  </Box>
)
