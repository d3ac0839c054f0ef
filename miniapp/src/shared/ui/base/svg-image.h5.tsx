/** A picture that came as SVG text. */
export const SvgImage = ({ svg, label, className }: { svg: string; label: string; className: string }) => (
  <img className={className} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={label} />
)
