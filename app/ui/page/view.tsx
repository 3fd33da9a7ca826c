import { createContext, useContext } from "react";

const ViewContext = createContext<unknown>(undefined);

export const ViewProvider = ViewContext.Provider;

/** What the route's loader or action showed: `const view = useView<CaseView>()`. */
export const useView = <View,>(): View => useContext(ViewContext) as View;
