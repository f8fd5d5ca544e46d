// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shorteners/store_shortener.h"

#include "net/secret_store.h"
#include "providers/shorteners/shortener_repository.h"
#include "providers/shorteners/shortener_secrets.h"

namespace heliograph::ui {

Result<ShortenerId> storeShortener(const Services& services, const TypedShortener& typed, bool forNow) {
  const providers::Shortener& shortener = typed.shortener;
  const auto errors = providers::checkShortener(shortener, services.shortenerKinds);
  if (!errors.empty()) return fail(ErrorCode::InvalidInput, errors.front().text);
  const auto before = services.shorteners.byName(shortener.name);
  if (before && before->id != shortener.id) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("There is a link shortener “%1” already. Choose another name.").arg(shortener.name));
  }
  if (before && !providers::sharesSecrets(*before, shortener)) {
    HELIOGRAPH_TRY(providers::forgetUntyped(*before, services.shortenerKinds, typed.secrets, services.secrets));
  }
  // First the secrets: a shortener without them would be of no use.
  net::SecretStore& store = forNow ? services.secretsForNow : services.secrets;
  for (auto one = typed.secrets.begin(); one != typed.secrets.end(); ++one) {
    const auto kept = store.write(providers::shortenerSecretOwner(shortener.name), one.key(), *one);
    if (!kept) return fail(ErrorCode::Credentials, kept.error().message, kept.error().detail);
  }
  const auto id = services.shorteners.save(shortener, services.shortenerKinds);
  if (id && typed.isDefault) HELIOGRAPH_TRY(services.shorteners.setDefault(*id));
  return id;
}

Result<QString> removeShortener(const Services& services, const providers::Shortener& shortener) {
  HELIOGRAPH_TRY(services.shorteners.remove(shortener.id));
  return providers::forgetSecrets(shortener, services.shortenerKinds, services.secrets);
}

}  // namespace heliograph::ui
