import './door-codes.css'
import { renderSVG } from 'uqr'
import { Box } from '../../../shared/ui/base/box'
import { SvgImage } from '../../../shared/ui/base/svg-image'
import { doorText } from '../text'

interface Props {
  /** What the picture says. */
  content: string
  code: string
  seconds: number
}

/** The picture to scan, the digits to type, and when they change. */
export function CodePicture({ content, code, seconds }: Props) {
  return (
    <Box className="dc">
      <SvgImage className="dc__picture" svg={renderSVG(content, { border: 2 })} label={doorText.picture} />
      <Box className="dc__digits" label={[...code].join(' ')} role="img">
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </Box>
      <Box className="muted">{doorText.left(seconds)}</Box>
    </Box>
  )
}
