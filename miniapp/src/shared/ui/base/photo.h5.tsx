interface PhotoProps {
  src: string
  label: string
  className: string
  onFail: () => void
}

/** A picture of the service, by a link. */
export const Photo = ({ src, label, className, onFail }: PhotoProps) => (
  <img className={className} src={src} alt={label} loading="lazy" onError={onFail} />
)
