// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <vector>

#include "items/route_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What Start has to know of the workspace: the ways to send, and a sentence about each.
struct StartFacts {
  std::vector<items::RouteEntry> routes;
  QHash<qint64, QString> about;  ///< by RouteListModel's key
  QStringList labels;            ///< those of all campaigns
  qint64 contacts = 0;
  bool acts = false;  ///< there are events, or dates of people, that a message can wait for
};

/// Reads them; blocking. `chosen` is listed even if it is archived.
[[nodiscard]] StartFacts startFacts(const Services& services, const providers::Route& chosen);

/// The countries of the contacts for which a part through `route` has no price, by name; none for a route that costs
/// nothing. One pass over the contacts; blocking.
[[nodiscard]] QStringList countriesWithoutPrice(const Services& services, const providers::Route& route);

/// Serves the sandbox, adds it as a provider unless it is one already, and makes it the default if there is none.
/// Blocking.
[[nodiscard]] Result<> addSandbox(const Services& services);

}  // namespace heliograph::ui
