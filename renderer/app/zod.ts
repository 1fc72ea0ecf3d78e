import { z } from 'zod';

// Zod would try the Function constructor for speed; the page's policy forbids it and every try is reported.
z.config({ jitless: true });
