// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/clock.h"
#include "net/secret_store.h"
#include "providers/request/access_tokens.h"
#include "providers/routes/definition_catalog.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What sending needs; all of it outlives who is given it. Usable from every thread.
struct DeliveryContext {
  const storage::Database& database;
  const Clock& clock;
  const providers::DefinitionCatalog& catalog;
  const net::SecretStore& secrets;
  /// Of providers with OAuth 2.0; shared by all copies of this.
  std::shared_ptr<providers::AccessTokens> tokens = std::make_shared<providers::AccessTokens>();
};

}  // namespace heliograph::delivery
