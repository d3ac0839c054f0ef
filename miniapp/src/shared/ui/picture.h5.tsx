import './picture.css'
import type { PictureProps } from './drawing'

const fileOf = (shown: string) => `/static/drawings/${shown}.${DRAWINGS_MARK}.svg`

/** A drawing of ours in a sized box; the browser takes the one for dusk by itself. */
export const Picture = ({ of, alt = '', shape, eager }: PictureProps) => (
  <picture className={`picture picture--${shape}`}>
    <source media="(prefers-color-scheme: dark)" srcSet={fileOf(`${of}-dark`)} />
    <img className="picture__of" src={fileOf(of)} alt={alt} loading={eager === true ? 'eager' : 'lazy'} />
  </picture>
)
