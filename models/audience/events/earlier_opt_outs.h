// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "audience/address_hasher.h"
#include "audience/events/import_transaction.h"

namespace heliograph::audience {

/// Keeps somebody who opted out, was deleted and comes back with an import opted out.
class EarlierOptOuts final {
 public:
  /// Of what `transaction` writes, which has to outlive this.
  [[nodiscard]] static Result<std::unique_ptr<EarlierOptOuts>> open(const storage::Database& database,
                                                                    const ImportTransaction& transaction);

  /// Looks at a person who was added just now.
  [[nodiscard]] Result<> keep(std::int64_t person, std::string_view identity);

 private:
  explicit EarlierOptOuts(AddressHasher hasher) : m_hasher(std::move(hasher)) {}

  AddressHasher m_hasher;
  std::unique_ptr<storage::NativeStatement> m_restore;
  bool m_any = false;
};

}  // namespace heliograph::audience
