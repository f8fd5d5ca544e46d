// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/store_linked.h"

#include "library/linked_secrets.h"
#include "net/secret_store.h"

namespace heliograph::ui {

Result<library::LinkedSourceId> storeLinked(const Services& services, const TypedSource& typed,
                                            const std::optional<delivery::LinkedTestResult>& test, bool forNow) {
  const library::LinkedSource& source = typed.source;
  HELIOGRAPH_TRY(library::checkLinkedSource(source));
  const auto before = services.linked.byName(source.name);
  if (before && before->id != source.id) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("There is a source “%1” already. Choose another name.").arg(source.name));
  }
  // First the secrets: a source without them would be of no use.
  net::SecretStore& store = forNow ? services.secretsForNow : services.secrets;
  if (const auto kept = library::writeLinkedSecrets(source, typed.secrets, store); !kept) {
    return fail(ErrorCode::Credentials, kept.error().message, kept.error().detail);
  }
  const auto id = services.linked.save(source);
  if (!id) return id;
  if (test && test->failure.isEmpty()) {
    HELIOGRAPH_TRY(services.linked.keepAnswer(*id, test->parameters, test->answer));
  }
  // What can't be removed does no harm.
  if (before) (void)library::removeLinkedSecrets(*before, &source, services.secrets);
  return id;
}

Result<> removeLinked(const Services& services, const library::LinkedSource& source) {
  HELIOGRAPH_TRY(services.linked.remove(source.id));
  (void)library::removeLinkedSecrets(source, nullptr, services.secrets);
  return {};
}

}  // namespace heliograph::ui
