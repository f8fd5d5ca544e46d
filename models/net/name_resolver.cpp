// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/name_resolver.h"

#include <QHostInfo>

namespace heliograph::net {

void SystemNameResolver::resolve(const QString& host, QObject* context, Found found) {
  QHostInfo::lookupHost(host, context, [found = std::move(found)](const QHostInfo& info) { found(info.addresses()); });
}

}  // namespace heliograph::net
