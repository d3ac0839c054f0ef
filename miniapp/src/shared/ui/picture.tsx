import './picture.css'
import { Image } from '@tarojs/components'
import { useSignal } from '../app-state/signal'
import { isDark } from '../device/dark'
import { Box } from './base/box'
import type { PictureProps } from './drawing'

/** A drawing of ours in a sized box, for light or for dusk. */
export function Picture({ of, alt, shape, eager }: PictureProps) {
  const dark = useSignal(isDark)
  return (
    <Box
      className={`picture picture--${shape}`}
      {...(alt === undefined ? { decorative: true } : { role: 'img' as const, label: alt })}
    >
      <Image
        className="picture__of"
        src={`/drawings/${of}${dark ? '-dark' : ''}.webp`}
        mode={shape === 'spot' || shape === 'stage' || shape === 'tile' ? 'aspectFit' : 'aspectFill'}
        lazyLoad={eager !== true}
      />
    </Box>
  )
}
