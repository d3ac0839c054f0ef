interface PhotoProps {
  src: string
  label: string
  className: string
  onFail: () => void
  onShown?: () => void
  /** Its box is filled, and what does not fit is cut off. */
  fills?: boolean
}

/** A picture of the service, by a link. */
export const Photo = ({ src, label, className, onFail, onShown }: PhotoProps) => (
  <img className={className} src={src} alt={label} loading="lazy" onError={onFail} onLoad={onShown} />
)
