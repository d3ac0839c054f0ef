export const Label = ({ htmlFor, children }: { htmlFor: string; children: string }) => (
  <label className="label" htmlFor={htmlFor}>
    {children}
  </label>
)
