// The page runs under "require-trusted-types-for 'script'". React and Mantine write style sheets through innerHTML;
// a style sheet holds no "<", so text without one passes and markup, script text and script addresses never do.
window.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
});
