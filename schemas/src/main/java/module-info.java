// The shared types as JSON Schema and GraphQL SDL: resources that everybody may read, and no class.
open module io.neurectomy.schemas {}
