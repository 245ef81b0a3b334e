/** No inline script, nothing from elsewhere; styles inline only because component libraries set style attributes. */
export function contentSecurityPolicy(publicUrl: string) {
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      ...(publicUrl.startsWith('https:') && { 'upgrade-insecure-requests': [] }),
    },
  };
}
